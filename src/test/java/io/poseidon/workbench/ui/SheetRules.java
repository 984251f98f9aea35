package io.poseidon.workbench.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rules of every style sheet of the project, one for each selector, read as far as colours need it.
record SheetRules(List<Rule> rules) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|@import[^;]*;", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("([^{}]+)\\{([^}]*)}");
    /// An inset of ten or more leaves a strip.
    private static final Pattern STRIP = Pattern.compile("\\d\\d");

    private static final Pattern STATE = Pattern.compile(":[a-z-]+");

    /// What one selector is given.
    record Rule(String sheet, String selector, Map<String, String> styles) {

        Optional<String> style(String name) {
            return Optional.ofNullable(styles.get(name));
        }

        /// The layers of a colour, the last on top.
        List<String> layers(String name) {
            return style(name).stream()
                    .flatMap(value -> Stream.of(value.split(",")))
                    .map(String::strip)
                    .toList();
        }

        /// The layers that something can stand on: neither transparent nor a mere strip at an edge.
        private List<String> surfaces() {
            var colours = layers("-fx-background-color");
            var insets = layers("-fx-background-insets");
            return IntStream.range(0, colours.size())
                    .filter(i -> !colours.get(i).equals("transparent"))
                    .filter(i ->
                            i >= insets.size() || !STRIP.matcher(insets.get(i)).find())
                    .mapToObj(colours::get)
                    .toList();
        }

        @Override
        public String toString() {
            return sheet + ": " + selector;
        }
    }

    static SheetRules read() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            var rules = new ArrayList<Rule>();
            for (var file : files.filter(path -> path.toString().endsWith(".css"))
                    .sorted()
                    .toList()) {
                rules.addAll(rules(file));
            }
            return new SheetRules(List.copyOf(rules));
        }
    }

    /// What is painted under what a rule colours, where sheets say so: its own top layer, else that of the same
    /// selector without states, else that of what encloses it.
    Optional<String> ground(Rule rule) {
        for (var selector = rule.selector(); !selector.isEmpty(); selector = enclosing(selector)) {
            var found = painted(selector).or(withoutStates(selector));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Supplier<Optional<String>> withoutStates(String selector) {
        return () -> painted(STATE.matcher(selector).replaceAll(""));
    }

    private Optional<String> painted(String selector) {
        return rules.stream()
                .filter(rule -> rule.selector().equals(selector))
                .flatMap(rule -> rule.surfaces().reversed().stream().limit(1))
                .reduce((before, after) -> after);
    }

    private static String enclosing(String selector) {
        int last = Math.max(selector.lastIndexOf(' '), selector.lastIndexOf('>'));
        return last < 0 ? "" : selector.substring(0, last).replaceAll("[ >]+$", "");
    }

    private static List<Rule> rules(Path file) throws IOException {
        var text = COMMENT.matcher(Files.readString(file)).replaceAll("");
        return BLOCK.matcher(text)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split(","))
                        .map(selector ->
                                new Rule(file.getFileName().toString(), selector.strip(), styles(block.group(2)))))
                .toList();
    }

    private static Map<String, String> styles(String body) {
        return Stream.of(body.split(";"))
                .filter(line -> line.contains(":"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0].strip(),
                        pair -> pair[1].strip(),
                        (before, after) -> after,
                        LinkedHashMap::new));
    }
}
