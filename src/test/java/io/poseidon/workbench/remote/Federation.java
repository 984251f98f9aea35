package io.poseidon.workbench.remote;

import io.poseidon.workbench.crypto.federation.Authority;
import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.crypto.federation.MemberName;
import io.poseidon.workbench.crypto.federation.Validity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A private federation in a test's folder. All members' files lie in one folder, as `pki` leaves them.
public final class Federation {

    private final Path folder;

    public Federation(Path folder, String... names) {
        this.folder = folder.resolve("members");
        try (var authority = Authority.in(folder.resolve("authority"), this.folder, Validity.days(Instant.now(), 30))) {
            for (var name : names) {
                authority.admit(MemberName.parse(name), List.of(), this.folder);
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /// The caller closes it.
    public Member member(String name) {
        return Member.read(folder, name, Instant.now());
    }
}
