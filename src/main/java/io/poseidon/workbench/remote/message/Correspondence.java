package io.poseidon.workbench.remote.message;

import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.crypto.federation.MemberCard;
import io.poseidon.workbench.crypto.federation.MessageSeal;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.RunId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One member's letters: signs and seals what goes out, opens and verifies what comes in.
///
/// A letter is taken only when the authority signed its sender's card, the sender signed the letter under this very
/// header, the header names our federation and us, the sender's keys are those it used before in the run, and its
/// sequence is higher than all before from that sender in that run: so nothing can be forged, redirected, replayed or
/// reordered. What is refused is counted and dropped. One thread at a time.
public final class Correspondence {

    private final Member self;
    private final InstantSource clock;
    private final Map<Exchanged, Long> sent = new HashMap<>();
    private final Map<Exchanged, Seen> received = new HashMap<>();
    private long refused;

    /// The letters of one run with one other member.
    private record Exchanged(RunId run, String other) {}

    private record Seen(MemberCard sender, long sequence) {}

    public Correspondence(Member self, InstantSource clock) {
        this.self = self;
        this.clock = clock;
    }

    public String name() {
        return self.card().member().name();
    }

    /// The next letter of the run to that member.
    public Frame write(RunId run, int round, Phase phase, MemberCard to, byte[] payload) {
        var addressee = to.member().name();
        long sequence = sent.merge(new Exchanged(run, addressee), 1L, Long::sum);
        var header = new Header(self.authority().federation(), run, round, phase, name(), addressee, sequence).bytes();
        return new Frame(header, self.cardBytes(), MessageSeal.seal(header, payload, self, to));
    }

    /// Empty where the letter is refused.
    public Optional<Letter> open(Frame frame) {
        var letter = frame.readHeader().filter(this::isForUs).flatMap(header -> open(frame, header));
        letter.ifPresentOrElse(this::remember, () -> refused++);
        return letter;
    }

    private boolean isForUs(Header header) {
        return header.federation().equals(self.authority().federation())
                && header.to().equals(name())
                && !header.from().equals(name());
    }

    private Optional<Letter> open(Frame frame, Header header) {
        try {
            var sender = self.authority().verify(frame.card(), clock.instant());
            var before = received.get(new Exchanged(header.run(), header.from()));
            boolean isNew = before == null
                    || (header.sequence() > before.sequence() && before.sender().equals(sender));
            if (!isNew || header.sequence() < 1 || !sender.member().name().equals(header.from())) {
                return Optional.empty();
            }
            var payload = MessageSeal.open(frame.header(), frame.sealed(), sender, self);
            return Optional.of(new Letter(header, sender, payload));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    private void remember(Letter letter) {
        var header = letter.header();
        received.put(new Exchanged(header.run(), header.from()), new Seen(letter.sender(), header.sequence()));
    }

    /// How many letters have been refused so far.
    public long refused() {
        return refused;
    }
}
