package io.poseidon.workbench.build;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Checks, or applies, the house style over a source tree: `Formatting check|apply DIR`.
public final class Formatting {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    private Formatting() {}

    public static void main(String[] arguments) throws IOException {
        boolean apply = arguments[0].equals("apply");
        List<Path> files;
        try (var tree = Files.walk(Path.of(arguments[1]))) {
            files = tree.filter(file -> file.toString().endsWith(".java")).toList();
        }
        var off =
                files.parallelStream().filter(file -> !isFormatted(file, apply)).toList();
        if (!off.isEmpty() && !apply) {
            off.forEach(file -> System.err.println("not in the house style: " + file));
            System.err.println("mend with: mvn -Pformat process-test-classes");
            System.exit(1);
        }
        System.out.println(files.size() + " files in the house style, " + off.size() + " rewritten");
    }

    private static boolean isFormatted(Path file, boolean apply) {
        try {
            var source = Files.readString(file);
            var formatted = FORMATTER.formatSourceAndFixImports(source);
            if (apply && !formatted.equals(source)) {
                Files.writeString(file, formatted);
            }
            return formatted.equals(source);
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
