package io.poseidon.workbench.crypto.age;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a header strictly: what the grammar of age.md does not name is refused, and nothing past the header is read.
final class HeaderParser {

    /// Room for some six hundred post-quantum recipients.
    private static final int LARGEST = 1 << 20;

    private static final int COLUMNS = 64;

    private final InputStream in;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    private HeaderParser(InputStream in) {
        this.in = in;
    }

    static Header parse(InputStream in) throws IOException {
        return new HeaderParser(in).header();
    }

    private Header header() throws IOException {
        if (!line().equals(Header.VERSION)) {
            throw AgeProblem.header("it does not begin with the version line of age v1");
        }
        var stanzas = new ArrayList<Stanza>();
        while (true) {
            int before = seen.size();
            var line = line();
            if (line.startsWith(Header.FOOTER)) {
                return footer(stanzas, before, line);
            }
            stanzas.add(stanza(line));
        }
    }

    private Header footer(List<Stanza> stanzas, int before, String line) {
        var prefix = Header.FOOTER + " ";
        if (!line.startsWith(prefix)) {
            throw AgeProblem.header("its last line is malformed");
        }
        boolean passphrase = stanzas.stream().anyMatch(stanza -> stanza.type().equals(Header.PASSPHRASE));
        if (stanzas.isEmpty() || passphrase && stanzas.size() > 1) {
            throw AgeProblem.header(stanzas.isEmpty() ? "no recipient" : "a passphrase beside other recipients");
        }
        var mac = Unpadded.decode(line.substring(prefix.length()), Header.MAC_LENGTH);
        var all = seen.toByteArray();
        var authenticated = Arrays.copyOf(all, before + Header.FOOTER.length());
        return new Header(stanzas, authenticated, mac, all.length);
    }

    private Stanza stanza(String line) throws IOException {
        if (!line.startsWith("-> ")) {
            throw AgeProblem.header("a recipient does not begin with an arrow");
        }
        var words = List.of(line.substring(3).split(" ", -1));
        for (var word : words) {
            if (word.isEmpty() || !word.chars().allMatch(c -> c > 32 && c < 127)) {
                throw AgeProblem.header("an empty or unprintable argument");
            }
        }
        return new Stanza(words.getFirst(), words.subList(1, words.size()), body());
    }

    private byte[] body() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var line = line();
            if (line.length() > COLUMNS) {
                throw AgeProblem.header("a line of more than 64 columns");
            }
            body.writeBytes(Unpadded.decode(line));
            if (line.length() < COLUMNS) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw AgeProblem.header("it ends in the middle of the header");
            }
            seen.write(b);
            if (seen.size() > LARGEST) {
                throw AgeProblem.header("the header is larger than any header needs to be");
            }
            if (b == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            line.write(b);
        }
    }
}
