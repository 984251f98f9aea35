package io.poseidon.workbench.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process that runs `query --shard --json` over the lines of a file, from a given one on and again from the start,
/// until somebody kills it. It says `asking N` before and `told N CODE SPENT ROWS` after each question.
final class AskingUntilKilled {

    private AskingUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var questions = Files.readAllLines(folder.resolve("questions.sql"));
        for (int i = Integer.parseInt(arguments[1]); ; i = (i + 1) % questions.size()) {
            tell("asking " + i);
            tell("told " + i + " " + ask(folder, questions.get(i)));
        }
    }

    /// Exit code, what the asker has spent, and the rows as JSON.
    static String ask(Path folder, String sql) throws IOException {
        var out = new StringWriter();
        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(System.err, true),
                "query",
                "--shard",
                folder.resolve("rows.csv").toString(),
                "--policy",
                folder.resolve("policy.yaml").toString(),
                "--state",
                folder.resolve("state").toString(),
                "--json",
                sql);
        var document = new ObjectMapper().readTree(out.toString());
        return code + " " + document.path("charge").path("spent").asText("-") + " "
                + document.path("rows").toString();
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
