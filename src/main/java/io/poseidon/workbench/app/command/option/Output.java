package io.poseidon.workbench.app.command.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Problem;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Mixed into every command: `--json` puts one document on standard output; messages for people go to standard error.
public final class Output {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    @Option(names = "--help", usageHelp = true, description = "show this help")
    private boolean help;

    /// For the moments when no command has been matched.
    public static Output of(CommandLine command, boolean json) {
        var output = new Output();
        output.spec = command.getCommandSpec();
        output.json = json;
        return output;
    }

    public boolean isJson() {
        return json;
    }

    /// A fresh JSON object, to be filled and given to [#document].
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The command's one document, or with no `--json` its plain text on the same stream.
    public void document(JsonNode document, String text) {
        if (json) {
            print(document);
        } else {
            out().println(text);
        }
    }

    /// As [#document] on a single line, for programs that wait for a word on a running command's output.
    public void line(JsonNode document, String text) {
        out().println(json ? document.toString() : text);
        out().flush();
    }

    public void print(JsonNode document) {
        try {
            out().println(JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A line for a person, on standard error.
    public void say(String line) {
        err().println(line);
    }

    /// What happened and what to do next; with `--json` the document `{"error":{"code","message","next"}}`.
    public void problem(Problem problem) {
        say(problem);
        if (json) {
            var document = object();
            put(document, problem);
            print(document);
        }
    }

    /// What happened and what to do next, for a person.
    public void say(Problem problem) {
        say("poseidon: " + problem.message(Locale.ENGLISH) + " [" + problem.code() + "]");
        say(problem.next(Locale.ENGLISH));
    }

    /// `"error":{"code","message","next"}` into a document.
    public static void put(ObjectNode document, Problem problem) {
        document.putObject("error")
                .put("code", problem.code())
                .put("message", problem.message(Locale.ENGLISH))
                .put("next", problem.next(Locale.ENGLISH));
    }

    /// One document on one line, for answers that come as a stream of them.
    public void line(JsonNode document) {
        out().println(document);
    }

    /// How the command is used, for a group of commands that was named without one.
    public void usage() {
        line().usage(err());
    }

    public PrintWriter out() {
        return line().getOut();
    }

    private PrintWriter err() {
        return line().getErr();
    }

    private CommandLine line() {
        return spec.commandLine();
    }
}
