package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The decision in one note, and under it what was checked: each with its mark and its word.
final class DecisionBlock {

    private static final int MOST_NAMED = 4;

    private final Words words;
    private final Venue open;
    private final QueryState state;

    DecisionBlock(Words words, Venue open, QueryState state) {
        this.words = words;
        this.open = open;
        this.state = state;
    }

    Node node() {
        boolean rows = open.purse().isPresent();
        var banner = rows ? new RowsBanner(words, open).of(state) : new CellsBanner(words).of(state);
        var block = Panel.block(banner, Labels.strong(words.text("checked")));
        switch (state) {
            case QueryState.Answered answered -> read(block, answered.reply().decision());
            case QueryState.Refused refused -> found(block, refused.decision().findings());
            case QueryState.Ready ignored -> {}
            case QueryState.Running ignored -> {}
            case QueryState.Failed ignored -> {}
            case QueryState.Cancelled ignored -> {}
            case QueryState.NoPurchase ignored -> {}
        }
        var facts = open.provenance().facts();
        check(block, words.now("check.purpose", facts.getOrDefault("poseidon.purpose", "")));
        until().ifPresent(day -> check(
                block,
                words.now(
                        rows ? "check.valid" : "check.licence",
                        Formats.in(words.language()).date(day))));
        check(block, words.now(rows ? "check.stays" : "check.outside"));
        return block;
    }

    private Optional<LocalDate> until() {
        var facts = open.provenance().facts();
        return Optional.ofNullable(facts.get("poseidon.licence_until"))
                .or(() -> Optional.ofNullable(facts.get("poseidon.valid_until")))
                .map(LocalDate::parse);
    }

    /// All that can be named here.
    private Stream<String> columns() {
        return open.schemas().isEmpty()
                ? open.policy().tables().values().stream()
                        .flatMap(table ->
                                table instanceof Table.Rows rows ? rows.columns().keySet().stream() : Stream.empty())
                : open.schemas().stream()
                        .flatMap(schema -> schema.columns().stream())
                        .map(column -> column.name());
    }

    private void read(VBox block, Decision decision) {
        check(block, words.now("check.statement"));
        reading(decision).forEach(reading -> {
            var mentions = Mentions.in(reading.query());
            var columns = columns().filter(mentions::mean).distinct().count();
            if (columns > 0) {
                check(block, words.count("check.columns", columns));
            }
            if (!mentions.functions().isEmpty()) {
                check(block, words.now("check.functions", named(mentions.functions())));
            }
        });
    }

    private static String named(List<String> functions) {
        var shown = functions.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return functions.size() > MOST_NAMED ? shown + ", …" : shown;
    }

    private static List<Reading> reading(Decision decision) {
        return switch (decision) {
            case Decision.Allow allow -> List.of(allow.reading());
            case Decision.Filter filter -> List.of(filter.reading());
            case Decision.Warn warn -> List.of(warn.reading());
            case Decision.Refuse ignored -> List.of();
        };
    }

    private void found(VBox block, List<Finding> findings) {
        findings.stream()
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()))
                .forEach((rule, places) -> {
                    var lines = places.stream()
                            .filter(finding -> finding.place().length() > 0)
                            .map(finding -> finding.place().line())
                            .distinct()
                            .map(String::valueOf)
                            .toList();
                    var where = Labels.muted(
                            lines.isEmpty()
                                    ? ""
                                    : words.now(lines.size() == 1 ? "line" : "lines", String.join(", ", lines)));
                    where.setMinWidth(Region.USE_PREF_SIZE);
                    block.getChildren()
                            .add(Labels.row(
                                    StateMark.REFUSED.node(14), Labels.mono(rule.name()), Labels.spring(), where));
                });
    }

    private static void check(VBox block, String text) {
        var label = Labels.wrapping(Labels.small(text));
        block.getChildren().add(Labels.row(StateMark.DONE.node(14), label));
    }
}
