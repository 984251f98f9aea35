package io.poseidon.workbench.query.theatre;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.rows.Timing;
import io.poseidon.workbench.query.theatre.script.Attack;
import io.poseidon.workbench.query.theatre.script.Programme;
import io.poseidon.workbench.query.theatre.stage.AuditExtra;
import io.poseidon.workbench.query.theatre.stage.Backstage;
import io.poseidon.workbench.query.theatre.stage.Extras;
import io.poseidon.workbench.query.theatre.stage.Insider;
import io.poseidon.workbench.query.theatre.stage.ProtectedShard;
import io.poseidon.workbench.query.theatre.stage.WeakShard;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Plays scenes on made-up people, many times, and measures what the attacker learns: against shards that lack a
/// defence and against the real one, whose noise is as secret here as anywhere. Worlds and lots are the same each time.
/// Reads no one's data and asks no network. One thread; the engine stays its owner's.
public final class Theatre {

    private static final Rational DELTA = Rational.parse("1e-9");
    /// Short, since made-up rows are few and answered at once; a holder's is a quarter of a second.
    private static final Duration BEAT = Duration.ofMillis(50);

    private final Engine engine;

    public Theatre(Engine engine) {
        this.engine = engine;
    }

    public static List<Scene> scenes() {
        return Programme.attacks().stream().map(Scene::new).toList();
    }

    /// Plays a scene in several worlds of 24 targets each; fewer where a world takes long.
    public Performance perform(Scene scene, int worlds, Progress progress) {
        var attack = scene.attack();
        var weak = new EnumMap<Weakness, List<Attack.Trial>>(Weakness.class);
        var real = new ArrayList<Attack.Trial>();
        int count = attack.worlds(worlds);
        for (int seed = 1; seed <= count; seed++) {
            progress.checkCancelled();
            progress.report((seed - 1.0) / count, scene.id());
            var world = World.of(attack.cast(), seed);
            try (var backstage = Backstage.open(engine, world)) {
                for (var weakness : attack.against()) {
                    weak.computeIfAbsent(weakness, ignored -> new ArrayList<>())
                            .addAll(playWeak(attack, world, weakness, backstage, seed));
                }
                real.addAll(playReal(attack, world, backstage));
            }
        }
        return performance(scene, weak, real);
    }

    private static Performance performance(
            Scene scene, Map<Weakness, List<Attack.Trial>> weak, List<Attack.Trial> real) {
        var acts = scene.against().stream()
                .map(weakness -> Performance.Act.of(Optional.of(weakness), Objects.requireNonNull(weak.get(weakness))))
                .toList();
        var act = Performance.Act.of(Optional.empty(), real);
        return new Performance(scene, acts, act, Promise.of(act.rho(), DELTA));
    }

    private List<Attack.Trial> playReal(Attack attack, World world, Backstage backstage) {
        var folder = newFolder();
        try (var shard = ProtectedShard.open(engine, world, folder, timing(attack))) {
            return attack.play(world, shard, Optional.of(new Insider(backstage)));
        } finally {
            delete(folder);
        }
    }

    private List<Attack.Trial> playWeak(Attack attack, World world, Weakness weakness, Backstage backstage, long seed) {
        return switch (weakness) {
            case COHORT_ALONE -> playWeak(attack, world, backstage, Extras.nothing());
            case ROUNDED -> playWeak(attack, world, backstage, Extras.rounding());
            case PAIRS_COMPARED -> playWeak(attack, world, backstage, Extras.pairs(backstage));
            case NOISE_ALONE -> playWeak(attack, world, backstage, Extras.noise(seed));
            case AUDIT_ALONE -> {
                try (var audit = new AuditExtra(engine)) {
                    yield playWeak(attack, world, backstage, audit);
                }
            }
        };
    }

    private List<Attack.Trial> playWeak(Attack attack, World world, Backstage backstage, WeakShard.Extra extra) {
        try (var shard = new WeakShard(engine, backstage, extra)) {
            return attack.play(world, shard, Optional.empty());
        }
    }

    /// Only an attack on the clock needs a beat.
    private static Timing timing(Attack attack) {
        return new Timing(Clock.systemUTC(), attack.readsTheClock() ? BEAT : Duration.ofNanos(1));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("poseidon-theatre");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
