package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.query.upload.JoinFacts;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.Uploads;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
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

    /// An answer that was written down as one failed after all, on the way to rows further down: which decision it came
    /// from, and the code of the failure. What it cost stays spent.
    record Corrected(long decision, String code) implements AuditEntry {}

    /// What the privacy ledger knows and the log had missed: the process died between the two. Written at the next
    /// start, so that the budget of the log goes on from the truth. `vectors` are the digests of what was charged,
    /// `frozen` the uploaded tables that were frozen for it.
    record Charged(
            String buyer, String snapshot, List<String> vectors, Rational before, Rational after, List<Brought> frozen)
            implements AuditEntry {
        public Charged {
            vectors = List.copyOf(vectors);
            frozen = List.copyOf(frozen);
        }
    }

    /// The day and the purposes by which a question was judged, as far as they were; the own tables that came with it.
    record Circumstances(Optional<LocalDate> day, Optional<Set<String>> purposes, List<Brought> uploads) {

        public static final Circumstances NONE = new Circumstances(Optional.empty(), Optional.empty(), List.of());

        public Circumstances {
            purposes = purposes.map(Set::copyOf);
            uploads = List.copyOf(uploads);
        }

        public static Circumstances of(Occasion occasion, Uploads uploads) {
            var brought = uploads.tables().values().stream()
                    .map(own -> Brought.of(own, uploads.replaced().contains(own.name())))
                    .sorted(Comparator.comparing(Brought::name))
                    .toList();
            return new Circumstances(occasion.day(), occasion.purposes(), brought);
        }
    }

    /// An own table as far as a decision on a text needs it: never a value.
    ///
    /// @param columns none in lines of the first builds, which cannot be decided again
    /// @param replaces whether it was said to stand in for another one under its name
    record Brought(String name, String digest, List<Declared> columns, boolean replaces) {
        public Brought {
            columns = List.copyOf(columns);
        }

        static Brought of(Upload own, boolean replaces) {
            var columns = own.columns().entrySet().stream()
                    .map(column -> new Declared(column.getKey(), column.getValue()))
                    .toList();
            return new Brought(own.name(), own.digest(), columns, replaces);
        }
    }

    /// A column of an own table.
    record Declared(String name, ColumnType type) {}

    /// What a question of a statement over rows made of the own tables: the facts by which they were judged, and the
    /// digests of the vectors of numbers that it asked for, none where it did not come so far.
    record Joined(JoinFacts facts, List<String> vectors) {
        public Joined {
            vectors = List.copyOf(vectors);
        }
    }

    /// How a question ended.
    enum Outcome {
        ANSWERED,
        REFUSED,
        FAILED,
        CANCELLED
    }

    /// A question over rows: who asked, of which state of the data, the budget before and after, and what each question
    /// of the statement made of own tables, where any joins one.
    record People(String buyer, String table, String snapshot, Rational before, Rational after, List<Joined> joined) {
        public People {
            joined = List.copyOf(joined);
        }
    }
}
