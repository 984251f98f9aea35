package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Occasion;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a line of the log says. Never a result and never a secret: of results only digests, keyed by a secret that lies
/// beside the log, so that a small result cannot be found by trying.
public sealed interface AuditEntry {

    /// A question and what became of it.
    ///
    /// @param dataset what was asked, as a person would say it
    /// @param policy the digest of the policy that decided
    /// @param text as typed
    /// @param circumstances what the decision rested on besides policy and text
    /// @param ran the regenerated text, where anything ran
    /// @param decision the policy's word: `allow`, `filter`, `warn` or `refuse`; empty where it was not reached
    /// @param rules of a refusal, in order, or the cautions of a warning
    /// @param code of a failure, otherwise empty
    /// @param rows -1 where the end was not seen
    /// @param people what only questions over rows have
    record Decided(
            Place place,
            String dataset,
            String policy,
            Text text,
            Circumstances circumstances,
            Optional<String> ran,
            Outcome outcome,
            String decision,
            List<String> rules,
            String code,
            Optional<String> result,
            long rows,
            Duration took,
            Optional<People> people)
            implements AuditEntry {
        public Decided {
            rules = List.copyOf(rules);
        }
    }

    /// A question as typed with its SHA-256. Of a text longer than any that is decided only the beginning is kept.
    record Text(String words, String digest) {

        private static final int LONGEST = 1 << 18;
        private static final int BEGINNING = 200;

        public static Text of(String sql) {
            return new Text(sql.length() > LONGEST ? sql.substring(0, BEGINNING) : sql, Sha256.of(sql));
        }

        /// Whether all of it is here.
        public boolean isWhole() {
            return Sha256.of(words).equals(digest);
        }
    }

    /// An answer left: which decision it came from, in which form, the keyed digest of what left, how many rows (-1
    /// where that was not counted).
    record Left(long decision, Exit exit, String form, String result, long rows) implements AuditEntry {}

    /// What the privacy ledger knows and the log had missed: the process died between the two. Written at the next
    /// start, so that the budget of the log goes on from the truth. `vectors` are the digests of what was charged.
    record Charged(String buyer, String snapshot, List<String> vectors, Rational before, Rational after)
            implements AuditEntry {
        public Charged {
            vectors = List.copyOf(vectors);
        }
    }

    /// The day and the purposes by which a question was judged, as far as they were; the own tables that came with it,
    /// each as its name and digest.
    record Circumstances(Optional<LocalDate> day, Optional<Set<String>> purposes, List<String> uploads) {

        public static final Circumstances NONE = new Circumstances(Optional.empty(), Optional.empty(), List.of());

        public Circumstances {
            purposes = purposes.map(Set::copyOf);
            uploads = List.copyOf(uploads);
        }

        public static Circumstances of(Occasion occasion, List<String> uploads) {
            return new Circumstances(occasion.day(), occasion.purposes(), uploads);
        }
    }

    /// How a question ended.
    enum Outcome {
        ANSWERED,
        REFUSED,
        FAILED,
        CANCELLED
    }

    /// A question over rows: who asked, of which state of the data, and the budget before and after.
    record People(String buyer, String table, String snapshot, Rational before, Rational after) {}
}
