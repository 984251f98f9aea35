package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.model.Problem;
import java.util.List;
import java.util.Optional;

/// What the checks found, with every step and its time. Whatever stands in [Contents] was signed by a trusted key;
/// nothing else of a file may be shown as true.
public sealed interface Verdict {

    List<Step> steps();

    /// Every check passed or was skipped.
    record Good(List<Step> steps, Contents contents) implements Verdict {
        public Good {
            steps = List.copyOf(steps);
        }
    }

    /// `problem` says which check failed. `signer` is the key id the file names, known or not; `contents` are there
    /// when they had been found authentic before the failure (a licence that has ended, say).
    record Bad(List<Step> steps, Problem problem, Optional<String> signer, Optional<Contents> contents)
            implements Verdict {
        public Bad {
            steps = List.copyOf(steps);
        }
    }

    /// Authentic statements of a file. `yours` is the licence of the identity that was given.
    record Contents(Manifest manifest, Trust.Signer signer, List<Licence> licences, Optional<Licence> yours) {
        public Contents {
            licences = List.copyOf(licences);
        }

        /// The licence to show: the reader's own, otherwise the first.
        public Licence licence() {
            return yours.orElseGet(licences::getFirst);
        }
    }

    /// `good`, or the problem's code.
    default String code() {
        return switch (this) {
            case Good ignored -> "good";
            case Bad bad -> bad.problem().code();
        };
    }
}
