package io.poseidon.workbench.app.command.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.text.TheatreText;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.theatre.Performance;
import io.poseidon.workbench.query.theatre.Scene;
import io.poseidon.workbench.query.theatre.Theatre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The published attacks, played and measured: options, table and document.
public final class TheatreOption {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

    @Option(
            names = "--theatre",
            description = "plays the published attacks against shards without and with the defences, and measures"
                    + " what the attacker learns")
    private boolean theatre;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            defaultValue = "4",
            description = "with --theatre: made-up populations for each scene (default: ${DEFAULT-VALUE})")
    private int worlds;

    public boolean isGiven() {
        return theatre;
    }

    /// Plays everything; the exit code is that of a bug where an attacker learns more than is promised.
    public int play(Output output, Optional<Path> folder) throws IOException {
        if (worlds < 1 || worlds > 1_000) {
            throw Problem.of(Kind.USAGE, Main.class, "theatre-worlds");
        }
        var performances = new ArrayList<Performance>();
        try (var engine = Engine.start()) {
            var stage = new Theatre(engine);
            for (var scene : Theatre.scenes()) {
                output.say(scene.title(Locale.ENGLISH));
                performances.add(stage.perform(scene, worlds, Progress.NONE));
            }
        }
        var document = document(performances);
        if (folder.isPresent()) {
            write(folder.get(), document);
        }
        output.document(document, TheatreText.table(performances, Locale.ENGLISH));
        return performances.stream().allMatch(Performance::isKept) ? 0 : Kind.BUG.exitCode();
    }

    private static void write(Path folder, ObjectNode document) throws IOException {
        Files.createDirectories(folder);
        var draft = folder.resolve("theatre.json.new");
        Files.writeString(draft, document.toPrettyString());
        Files.move(
                draft,
                folder.resolve("theatre.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// The document of `--json`.
    static ObjectNode document(List<Performance> performances) {
        var document = Output.object();
        var scenes = document.putArray("scenes");
        performances.forEach(performance -> fill(scenes.addObject(), performance));
        return document.put("kept", performances.stream().allMatch(Performance::isKept));
    }

    private static void fill(ObjectNode into, Performance performance) {
        var scene = performance.scene();
        into.put("id", scene.id()).put("source", scene.source());
        for (var language : LANGUAGES) {
            into.withObject("/title").put(language.getLanguage(), scene.title(language));
            into.withObject("/knows").put(language.getLanguage(), scene.knows(language));
            into.withObject("/stopped").put(language.getLanguage(), scene.stopped(language));
        }
        var without = into.putArray("without");
        performance.weak().forEach(act -> act(without.addObject(), act));
        var real = into.putObject("with");
        act(real, performance.real());
        var promise = performance.promise();
        real.put("rho", promise.rho())
                .put("epsilon", promise.epsilon())
                .put("delta", promise.delta())
                .put("atMost", promise.atMost())
                .put("atMostByEpsilon", promise.byEpsilon())
                .put("atMostByRho", promise.byRho())
                .put("kept", performance.isKept());
    }

    private static void act(ObjectNode into, Performance.Act act) {
        into.put("shard", act.weakness().map(Enum::name).orElse("PROTECTED"));
        for (var language : LANGUAGES) {
            var name = act.weakness()
                    .map(weakness -> Scene.name(weakness, language))
                    .orElseGet(() -> Scene.protectedName(language));
            into.withObject("/name").put(language.getLanguage(), name);
        }
        var advantage = act.advantage();
        into.put("trials", advantage.trials())
                .put("right", advantage.right())
                .put("advantage", advantage.value())
                .put("low", advantage.low())
                .put("high", advantage.high());
        var steps = into.putArray("first");
        act.first()
                .forEach(line -> steps.addObject()
                        .put("sql", line.sql())
                        .put("times", line.times())
                        .put("outcome", line.outcome().name().toLowerCase(Locale.ROOT))
                        .put("reply", line.reply()));
        into.putObject("concluded")
                .put("guess", act.guess().guess())
                .put("truth", act.guess().truth());
    }
}
