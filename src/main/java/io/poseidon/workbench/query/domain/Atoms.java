package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.policy.span.SpanAudit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The smallest sets of cells that a list of groups tells apart.
final class Atoms {

    private final List<BitSet> groups;
    private final List<BitSet> atoms;

    private Atoms(List<BitSet> groups, List<BitSet> atoms) {
        this.groups = groups;
        this.atoms = atoms;
    }

    static Atoms of(List<BitSet> groups, int cells) {
        Map<BitSet, BitSet> byMembership = new HashMap<>();
        for (int cell = 0; cell < cells; cell++) {
            var membership = new BitSet();
            for (int i = 0; i < groups.size(); i++) {
                membership.set(i, groups.get(i).get(cell));
            }
            byMembership.computeIfAbsent(membership, ignored -> new BitSet()).set(cell);
        }
        byMembership.remove(new BitSet());
        return new Atoms(groups, List.copyOf(byMembership.values()));
    }

    /// Atoms whose sum follows from the groups although none of the groups is that atom; all of them where there are
    /// too many groups to tell.
    List<BitSet> derived() {
        var asked = new HashSet<>(groups);
        var audit = new SpanAudit(atoms.size());
        audit.learn(asked.stream().map(this::row).toList());
        var derived = audit.determined();
        if (!audit.isFollowed()) {
            derived.set(0, atoms.size());
        }
        return derived.stream()
                .mapToObj(atoms::get)
                .filter(atom -> !asked.contains(atom))
                .toList();
    }

    private BitSet row(BitSet group) {
        var row = new BitSet();
        for (int i = 0; i < atoms.size(); i++) {
            row.set(i, group.intersects(atoms.get(i)));
        }
        return row;
    }
}
