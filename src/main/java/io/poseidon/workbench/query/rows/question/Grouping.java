package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.domain.Axis;
import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.domain.Meaning;
import io.poseidon.workbench.query.domain.People;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.rows.people.PeopleLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a question means: its groups as sets of declared cells (of uploaded people, where it joins them), in an order
/// that depends on these sets alone, each with its digest.
///
/// `reach` is the largest number of groups that one person can stand in, by the domain and by which dimensions are the
/// same for all rows of a person; the policy's bound applies where it is smaller.
public record Grouping(
        Question question, List<CellGroup> groups, Optional<People> people, List<String> digests, int reach) {

    public Grouping {
        groups = List.copyOf(groups);
        digests = List.copyOf(digests);
    }

    private record Named(CellGroup group, String digest) {}

    public static Grouping of(Question question, Meaning meaning, PublicTable domain) {
        var digests = new GroupDigests(meaning.people(), domain.cells());
        var named = new ArrayList<Named>();
        meaning.groups().forEach(group -> named.add(new Named(group, digests.of(group))));
        named.sort(Comparator.comparing(Named::digest));
        var groups = named.stream().map(Named::group).toList();
        return new Grouping(
                question,
                groups,
                meaning.people(),
                named.stream().map(Named::digest).toList(),
                reach(groups, meaning.people().map(People::size).orElse(1), question.table(), domain));
    }

    /// Of all groups together.
    String digest() {
        return Digests.ofAll(digests);
    }

    /// Groups one person's contribution may enter.
    public int bound() {
        return Math.max(1, Math.min(reach, question.table().maximumGroups()));
    }

    public boolean needsChoice() {
        return reach > question.table().maximumGroups();
    }

    Rational boundAsNumber() {
        return Rational.of(bound());
    }

    /// How many uploaded people a group can be about at most: fewer than the cohort and it is never shown, whoever of
    /// them the holder knows.
    public boolean isTooFew(int group, int cells) {
        if (people.isEmpty()) {
            return false;
        }
        var classes = people.get().classes();
        long count = 0;
        for (int i = 0; i < classes.size(); i++) {
            count += groups.get(group).cells(i, cells).isEmpty()
                    ? 0
                    : classes.get(i).size();
        }
        return count < question.table().minimumCohort();
    }

    /// Puts the uploaded people where later answers can be held against them.
    public void keep(PeopleLists lists) {
        people.ifPresent(uploaded -> uploaded.classes().forEach(lists::keep));
    }

    private static int reach(List<CellGroup> groups, int classes, Table.Rows table, PublicTable domain) {
        var axes = fixed(table, domain);
        int places = axes.stream().skip(1).mapToInt(Fixed::size).reduce(Math.max(1, classes), Math::multiplyExact);
        var last = new int[places];
        var counts = new int[places];
        int most = 0;
        for (int i = 0; i < groups.size(); i++) {
            for (var bits = groups.get(i).bits().iterator(); bits.hasNext(); ) {
                int place = fixed(bits.nextInt(), axes);
                if (counts[place] == 0 || last[place] != i) {
                    last[place] = i;
                    most = Math.max(most, ++counts[place]);
                }
            }
        }
        return Math.max(1, most);
    }

    /// A stretch of the number of a cell that a person cannot leave.
    private record Fixed(int repeat, int size) {}

    /// The class of uploaded people first, then the static dimensions.
    private static List<Fixed> fixed(Table.Rows table, PublicTable domain) {
        var fixed = new ArrayList<Fixed>();
        int repeat = domain.cells();
        fixed.add(new Fixed(repeat, Integer.MAX_VALUE));
        for (Axis axis : domain.axes()) {
            repeat /= axis.values().size();
            if (Objects.requireNonNull(table.dimensions().get(axis.column())).isStatic()) {
                fixed.add(new Fixed(repeat, axis.values().size()));
            }
        }
        return fixed;
    }

    /// Where a cell is on these, as one number.
    private static int fixed(int bit, List<Fixed> axes) {
        int place = 0;
        for (var axis : axes) {
            place = place * axis.size() + bit / axis.repeat() % axis.size();
        }
        return place;
    }
}
