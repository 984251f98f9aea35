package io.poseidon.workbench.policy.decide.scope;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What names mean at one place: the relations behind FROM, the parameters of lambdas around, and the scope outside.
public record Scope(List<Relation> relations, Set<String> parameters, Optional<Scope> outer) {

    public Scope {
        relations = List.copyOf(relations);
        parameters = Set.copyOf(parameters);
    }

    public static Scope of(List<Relation> relations, Optional<Scope> outer) {
        return new Scope(relations, Set.of(), outer);
    }

    public Scope withParameters(List<String> names) {
        var all = new ArrayList<>(parameters);
        names.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        return new Scope(relations, Set.copyOf(all), outer);
    }

    /// The nature of a column as written, whether found here or outside; empty where nothing has that name.
    public Optional<Nature> find(Expression.Column column) {
        var here = findHere(column);
        return here.isPresent() ? here : outer.flatMap(scope -> scope.find(column));
    }

    public Optional<Nature> findHere(Expression.Column column) {
        var path = column.path();
        var first = path.getFirst().toLowerCase(Locale.ROOT);
        if (parameters.contains(first)) {
            return Optional.of(Nature.FREE);
        }
        if (path.size() > 1) {
            var qualified = relation(first).flatMap(relation -> attribute(relation, path.get(1)));
            if (qualified.isPresent()) {
                return path.size() == 2 ? qualified : qualified.map(Scope::part);
            }
        }
        var direct = relations.stream()
                .flatMap(relation -> relation.attribute(first).stream())
                .map(Attribute::nature)
                .findFirst();
        if (direct.isPresent()) {
            return path.size() == 1 ? direct : direct.map(Scope::part);
        }
        if (path.size() == 1 && relation(first).isPresent()) {
            return relation(first).map(Scope::wholeRow);
        }
        return relations.stream().anyMatch(Relation::open) ? Optional.of(Nature.FREE) : Optional.empty();
    }

    Optional<Relation> relation(String alias) {
        return relations.stream()
                .filter(relation -> relation.alias().equalsIgnoreCase(alias))
                .findFirst();
    }

    private static Optional<Nature> attribute(Relation relation, String name) {
        var found = relation.attribute(name).map(Attribute::nature);
        return found.isPresent() || !relation.open() ? found : Optional.of(Nature.FREE);
    }

    /// A field of a structured value: only values that are free anyway have fields.
    private static Nature part(Nature whole) {
        return switch (whole) {
            case Nature.Identity i -> new Nature.Unfit(Rule.COLUMN);
            case Nature.Measure m -> new Nature.Unfit(Rule.COLUMN);
            case Nature.Dimensional d -> new Nature.Unfit(Rule.COLUMN);
            case Nature.OwnNumber n -> new Nature.Unfit(Rule.COLUMN);
            case Nature.Unfit unfit -> unfit;
            case Nature.Broken broken -> broken;
            case Nature.Free f -> Nature.FREE;
            case Nature.OwnColumn c -> Nature.FREE;
            case Nature.People p -> p;
            case Nature.CellDimension d -> Nature.FREE;
            case Nature.CellNumber n -> n;
            case Nature.Ratio r -> r;
        };
    }

    private static Nature wholeRow(Relation relation) {
        return relation.isRaw() ? new Nature.Unfit(Rule.ROW_PROJECTION) : Nature.FREE;
    }

    public boolean isRaw() {
        return relations.stream().anyMatch(Relation::isRaw);
    }
}
