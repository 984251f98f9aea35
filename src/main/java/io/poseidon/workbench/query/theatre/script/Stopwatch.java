package io.poseidon.workbench.query.theatre.script;

import io.poseidon.workbench.query.theatre.stage.Cast;
import io.poseidon.workbench.query.theatre.stage.Insider;
import io.poseidon.workbench.query.theatre.stage.Shard;
import io.poseidon.workbench.query.theatre.stage.Shard.Heard;
import io.poseidon.workbench.query.theatre.stage.Step;
import io.poseidon.workbench.query.theatre.stage.Target;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the shard work hard exactly where the target bought, and looks at the clock: against a person who surely did
/// not. Where that text is refused it times two plain counts instead, of the target's cell and of one that is empty.
public record Stopwatch() implements Attack {

    private static final Duration NOTICEABLE = Duration.ofMillis(30);

    @Override
    public String id() {
        return "timing-oracle";
    }

    @Override
    public String source() {
        return "A10";
    }

    @Override
    public Cast cast() {
        return Cast.ALONE;
    }

    @Override
    public List<Weakness> against() {
        return List.of(Weakness.COHORT_ALONE);
    }

    @Override
    public boolean readsTheClock() {
        return true;
    }

    /// Waiting for the beat takes its time.
    @Override
    public int worlds(int wanted) {
        return Math.max(1, wanted / 8);
    }

    @Override
    public List<Trial> play(World world, Shard shard, Optional<Insider> insider) {
        var trials = new ArrayList<Trial>();
        for (var target : world.targets()) {
            var asker = "org" + target.number();
            var steps = new ArrayList<Step>();
            boolean refused = ask(shard, asker, work("nobody"), steps).reply() instanceof Shard.Denied;
            boolean slow = refused
                    ? isSlower(shard, asker, count(target, "region <> region"), count(target, "true"), steps)
                    : isSlower(shard, asker, work("nobody"), work(target.person()), steps);
            trials.add(new Trial(steps, slow, target.secret()));
        }
        return trials;
    }

    /// The better of two times each, since other work disturbs.
    private static boolean isSlower(Shard shard, String asker, String other, String sql, List<Step> steps) {
        var idle = ask(shard, asker, other, steps);
        var busy = ask(shard, asker, sql, steps);
        var idleAgain = ask(shard, asker, other, steps);
        var busyAgain = ask(shard, asker, sql, steps);
        return least(busy, busyAgain).compareTo(least(idle, idleAgain).plus(NOTICEABLE)) > 0;
    }

    private static Duration least(Heard one, Heard other) {
        return one.time().compareTo(other.time()) < 0 ? one.time() : other.time();
    }

    private static Heard ask(Shard shard, String asker, String sql, List<Step> steps) {
        var heard = shard.ask(asker, sql);
        steps.add(new Step(sql, heard));
        return heard;
    }

    /// The same number whether the person bought or not; the digest of a long text only where they did.
    private static String work(String person) {
        return "SELECT SUM(CASE WHEN user_id = '" + person
                + "' AND category = 'jewelry' THEN length(md5(repeat(category, 8000000))) - 32 ELSE 0 END) FROM txn";
    }

    private static String count(Target target, String also) {
        return "SELECT COUNT(DISTINCT user_id) FROM txn WHERE age_band = '70+' AND category = 'jewelry' AND region = '"
                + target.region() + "' AND month = " + target.month() + " AND " + also;
    }
}
