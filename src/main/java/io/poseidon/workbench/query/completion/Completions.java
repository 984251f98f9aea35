package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import java.util.List;

/// Offers what may follow at a place of a question, finished or not: what the policy does not allow there is not
/// offered. Reads the policy and the declared values only. Immutable; any thread.
public final class Completions {

    private final Catalog catalog;

    /// `schemas` give the declared values of cells; without them no values are offered for cells.
    public Completions(PolicyDocument policy, List<Schema> schemas) {
        this.catalog = new Catalog(policy, schemas);
    }

    /// The best first; `caret` counts UTF-16 units.
    public List<Suggestion> at(String text, int caret) {
        return new SpotReader(catalog, text, Math.clamp(caret, 0, text.length()))
                .read()
                .map(this::offers)
                .orElse(List.of());
    }

    private List<Suggestion> offers(Spot spot) {
        var offers = new Offers(spot);
        var rows = spot.relations().stream()
                .filter(Relation::people)
                .flatMap(relation -> relation.table().stream())
                .flatMap(name -> catalog.table(name).stream())
                .filter(table -> table instanceof Table.Rows)
                .map(table -> (Table.Rows) table)
                .findFirst();
        if (rows.isPresent()) {
            new PeopleOffers(spot, rows.get(), offers).add();
        } else if (!spot.people()) {
            new FreeOffers(spot, offers).add();
        }
        new SourceOffers(spot, catalog, offers).add();
        return offers.all();
    }
}
