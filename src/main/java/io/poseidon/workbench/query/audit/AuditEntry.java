package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.model.Rational;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a line of the log says. Never a result and never a secret: of results only digests, keyed by a secret that lies
/// beside the log, so that a small result cannot be found by trying.
public sealed interface AuditEntry {

    /// A question and what became of it.
    ///
    /// @param dataset what was asked, as a person would say it
    /// @param policy the digest of the policy that decided
    /// @param text as typed
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
    /// start, so that the budget of the log goes on from the truth.
    record Charged(String buyer, Rational before, Rational after) implements AuditEntry {}

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
