package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Decision.Caution;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.decide.scope.Equalities;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.CellDimension;
import io.poseidon.workbench.policy.decide.scope.Nature.People;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Condition.Comparison;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reviews expressions over cells, uploads, constants and released numbers: anything deterministic is allowed; adding
/// up people who may be the same, and averaging averages, is noticed.
final class Cells {

    private final Review review;
    private final Queries queries;
    private final Scope scope;
    private final Set<String> grouped;
    private final Set<String> fixed;

    Cells(Review review, Queries queries, Scope scope) {
        this(review, queries, scope, Set.of(), Set.of());
    }

    /// `grouped` and `fixed` are the dimensions that are the same for all cells an aggregate adds up.
    private Cells(Review review, Queries queries, Scope scope, Set<String> grouped, Set<String> fixed) {
        this.review = review;
        this.queries = queries;
        this.scope = scope;
        this.grouped = grouped;
        this.fixed = fixed;
    }

    Cells within(Set<String> groups, Set<String> equalities) {
        return new Cells(review, queries, scope, groups, equalities);
    }

    Nature of(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> Nature.FREE;
            case Expression.Column column -> column(column);
            case Expression.Call call -> call(call);
            case Window window -> window(window);
            case Expression.Subquery subquery -> queries.subquery(subquery, scope);
            case Expression.Lambda lambda ->
                new Cells(review, queries, scope.withParameters(lambda.parameters()), grouped, fixed).of(lambda.body());
            case Condition.Operation operation -> operation(operation);
            case Condition.Case cases -> cases(cases);
            case Expression.Star star -> {
                star.replace().forEach(replacement -> of(replacement.by()));
                yield Nature.FREE;
            }
            case Expression.Positional positional -> Nature.FREE;
            case Expression.Cast cast -> of(cast.child());
            case Expression.Collate collate -> of(collate.child());
            case Comparison comparison -> allFree(comparison);
            case Condition.Conjunction conjunction -> allFree(conjunction);
            case Condition.Between between -> allFree(between);
        };
    }

    private Nature column(Expression.Column column) {
        var found = scope.find(column);
        if (found.isEmpty()) {
            return Names.unknown(review, column);
        }
        return switch (found.get()) {
            case People people -> people.without(fixed);
            case Nature.Identity identity -> review.refuse(Rule.SUBQUERY, column.place(), column.name());
            case Nature.Measure measure -> review.refuse(Rule.SUBQUERY, column.place(), column.name());
            case Nature.Dimensional dimensional -> review.refuse(Rule.SUBQUERY, column.place(), column.name());
            case Nature.OwnNumber number -> review.refuse(Rule.SUBQUERY, column.place(), column.name());
            case Nature.Unfit unfit -> review.refuse(unfit.rule(), column.place(), column.name());
            case Nature.Free free -> free;
            case Nature.Broken broken -> broken;
            case Nature.OwnColumn own -> own;
            case CellDimension dimension -> dimension;
            case Nature.CellNumber number -> number;
            case Nature.Ratio ratio -> ratio;
        };
    }

    private Nature call(Expression.Call call) {
        var name = Functions.canonical(call.name());
        boolean aggregate = Functions.isAggregate(name);
        if (Functions.isNondeterministic(name)) {
            review.refuse(Rule.NONDETERMINISM, call.place(), name);
        } else if (Functions.isRaising(name)) {
            review.refuse(Rule.FUNCTION, call.place(), name);
            review.refuse(Rule.ERROR_CHANNEL, call.place(), name);
        } else if (!call.qualifier().isEmpty()
                || !(aggregate ? Functions.isFitAggregate(name) : Functions.isScalar(name))) {
            review.refuse(Rule.FUNCTION, call.place(), call.name());
        } else if (name.equals("age") && call.arguments().size() == 1) {
            review.refuse(Rule.NONDETERMINISM, call.place(), name);
        }
        var inside = aggregate ? filtered(call.filter()) : this;
        var natures = call.arguments().stream().map(inside::of).toList();
        call.filter().ifPresent(this::of);
        call.orders().forEach(order -> of(order.by()));
        return Functions.addsUp(name) || aggregate ? aggregated(call, natures, grouped) : scalar(call, natures);
    }

    private Cells filtered(Optional<Expression> filter) {
        var more = new TreeSet<>(fixed);
        more.addAll(Equalities.of(Selects.conjuncts(filter), scope));
        return within(grouped, more);
    }

    /// Adding people counts them again in every cell that is open; a maximum does not.
    private Nature aggregated(Expression.Call call, List<Nature> natures, Set<String> same) {
        var name = Functions.canonical(call.name());
        var people = natures.stream()
                .filter(nature -> nature instanceof People)
                .map(nature -> (People) nature)
                .findFirst();
        if (people.isPresent()) {
            if (Functions.addsUp(name) && !people.get().without(same).open().isEmpty()) {
                review.caution(
                        Caution.Kind.OVERLAP,
                        call.place(),
                        String.join(
                                ", ",
                                people.get().without(same).open().stream()
                                        .map(CellColumns::shown)
                                        .toList()));
            }
            return Functions.addsUp(name) || Functions.picksOne(name)
                    ? people.get().only(same)
                    : people.get();
        }
        boolean ratio = natures.stream().anyMatch(nature -> nature instanceof Nature.Ratio);
        if (ratio && Functions.isMean(name)) {
            review.caution(Caution.Kind.AVERAGE_OF_RATIOS, call.place(), call.name());
        }
        if (ratio || Functions.isMean(name)) {
            return natures.stream().allMatch(nature -> nature instanceof Nature.Free)
                    ? Nature.FREE
                    : new Nature.Ratio();
        }
        return natures.stream().anyMatch(nature -> nature instanceof Nature.CellNumber) || name.startsWith("count")
                ? new Nature.CellNumber()
                : Nature.FREE;
    }

    private Nature scalar(Expression.Call call, List<Nature> natures) {
        var people = natures.stream().filter(nature -> nature instanceof People).toList();
        if (people.size() > 1 && call.name().equals("+")) {
            review.caution(Caution.Kind.OVERLAP, call.place(), Table.Cells.CONTRIBUTORS);
        }
        boolean divides = call.name().equals("/")
                || call.name().equals("//")
                || call.name().equals("divide")
                || call.name().equals("fdiv");
        if (divides && natures.stream().allMatch(Cells::isTotal)) {
            return new Nature.Ratio();
        }
        return mixed(natures);
    }

    private static boolean isTotal(Nature nature) {
        return nature instanceof Nature.CellNumber || nature instanceof People || nature instanceof Nature.Ratio;
    }

    private static Nature mixed(List<Nature> natures) {
        var open = new TreeSet<String>();
        boolean people = false;
        Nature other = Nature.FREE;
        for (var nature : natures) {
            if (nature instanceof People some) {
                people = true;
                open.addAll(some.open());
            } else if (nature instanceof Nature.Ratio
                    || (nature instanceof Nature.CellNumber && !(other instanceof Nature.Ratio))) {
                other = nature;
            }
        }
        return people ? new People(open) : other;
    }

    private Nature window(Window window) {
        var name = window.call().name();
        if (Functions.isNondeterministic(name)) {
            review.refuse(Rule.NONDETERMINISM, window.place(), name);
        } else if (!Functions.isWindow(name) || !window.call().qualifier().isEmpty()) {
            review.refuse(Rule.FUNCTION, window.place(), name);
        }
        var same = new HashSet<>(grouped);
        for (var partition : window.partitions()) {
            if (of(partition) instanceof CellDimension dimension) {
                same.add(dimension.key());
            }
        }
        window.orders().forEach(order -> of(order.by()));
        window.frame().expressions().forEach(this::of);
        window.call().filter().ifPresent(this::of);
        var inside = filtered(window.call().filter());
        var natures = window.call().arguments().stream().map(inside::of).toList();
        return aggregated(window.call(), natures, same);
    }

    private Nature operation(Condition.Operation operation) {
        var natures = operation.children().stream().map(this::of).toList();
        return switch (operation.operator()) {
            case OPERATOR_NOT, OPERATOR_IS_NULL, OPERATOR_IS_NOT_NULL, COMPARE_IN, COMPARE_NOT_IN, GROUPING_FUNCTION ->
                Nature.FREE;
            case OPERATOR_COALESCE, ARRAY_EXTRACT, ARRAY_SLICE, STRUCT_EXTRACT, OPERATOR_TRY, OPERATOR_UNPACK ->
                mixed(natures);
        };
    }

    /// Inside a branch the equalities of its condition hold.
    private Nature cases(Condition.Case cases) {
        var natures = new ArrayList<Nature>();
        for (int i = 0; i < cases.when().size(); i++) {
            of(cases.when().get(i));
            natures.add(
                    filtered(Optional.of(cases.when().get(i))).of(cases.then().get(i)));
        }
        natures.add(of(cases.otherwise()));
        return mixed(natures);
    }

    private Nature allFree(Expression expression) {
        expression.children().forEach(this::of);
        return Nature.FREE;
    }
}
