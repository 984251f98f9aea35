package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The questions of one session, held against each other without data: refuses one that, with those before it, gives
/// the value of a narrow set of cells nobody asked for. A set is narrow where at least two dimensions are held to one
/// named value each and no other dimension is told apart. One thread.
public final class SessionHistory {

    private static final long MOST_CELLS = 50_000;
    private static final int NARROW = 2;

    private final Engine engine;
    private final List<Question> asked = new ArrayList<>();

    public SessionHistory(Engine engine) {
        this.engine = engine;
    }

    /// The decision as it stands after what was asked before; an allowed question is remembered.
    public Decision next(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> refuse;
            case Decision.Allow allow -> audited(allow, allow.reading());
            case Decision.Filter filter -> audited(filter, filter.reading());
            case Decision.Warn warn -> audited(warn, warn.reading());
        };
    }

    private Decision audited(Decision decision, Reading reading) {
        var tried = new ArrayList<>(asked);
        reading.questions().stream()
                .filter(question -> question.joins().isEmpty())
                .forEach(tried::add);
        if (tried.size() == asked.size()) {
            return decision;
        }
        var table = tried.getFirst().table();
        var same = tried.stream()
                .filter(question -> question.table().name().equals(table.name()))
                .toList();
        if (opens(same)) {
            return new Decision.Refuse(List.of(new Finding(Rule.SPAN, Place.WHOLE, "")), Optional.empty());
        }
        asked.clear();
        asked.addAll(tried);
        return decision;
    }

    private boolean opens(List<Question> questions) {
        var literals = new Literals(questions.getFirst().table());
        questions.forEach(literals::add);
        var axes = literals.axes();
        if (PublicTable.cells(axes) > MOST_CELLS) {
            return false;
        }
        try (var table = PublicTable.of(engine, axes)) {
            var groups = new ArrayList<BitSet>();
            for (var question : questions) {
                table.groups(question, Progress.NONE)
                        .forEach(group -> groups.add(group.cells().toBits()));
            }
            var atoms = Atoms.of(groups, table.cells());
            return atoms.derived().stream().anyMatch(atom -> isNarrow(atom, axes, literals));
        } catch (Problem raisedOnTheDomain) {
            return false;
        }
    }

    private static boolean isNarrow(BitSet cells, List<Axis> axes, Literals literals) {
        int held = 0;
        int repeat = (int) PublicTable.cells(axes);
        for (var axis : axes) {
            int size = axis.values().size();
            repeat /= size;
            var seen = seen(cells, repeat, size);
            if (size > 1 && seen.size() == 1) {
                if (!literals.isNamed(
                        axis.column(), axis.values().get(seen.iterator().next()))) {
                    return false;
                }
                held++;
            } else if (seen.size() != size) {
                return false;
            }
        }
        return held >= NARROW;
    }

    private static Set<Integer> seen(BitSet cells, int repeat, int size) {
        var seen = new HashSet<Integer>();
        cells.stream().forEach(cell -> seen.add(cell / repeat % size));
        return seen;
    }
}
