package io.poseidon.workbench.query.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that two readers would read differently is none.
class JsonRowsTest {

    @TempDir
    private Path folder;

    @Test
    void readsColumnsAndRowsWhateverStandsBetween() throws IOException {
        assertEquals(
                List.of("[a, b]", "[Optional[1], Optional.empty]"),
                read("{\"x\":{\"rows\":[[7]]},\"columns\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"y\":[3],"
                        + "\"rows\":[[1,null]],\"z\":0}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"columns\":[{\"name\":\"a\"}],\"rows\":[[1]],\"rows\":[[2]]}",
                "{\"columns\":[{\"name\":\"b\"}],\"columns\":[{\"name\":\"a\"}],\"rows\":[[1]]}",
                "{\"columns\":[{\"name\":\"b\",\"name\":\"a\"}],\"rows\":[[1]]}",
                "{\"columns\":[{\"name\":\"a\"}],\"rows\":[[1]]}{\"rows\":[[2]]}",
                "{\"columns\":[{\"name\":\"a\"}],\"rows\":[[1]"
            })
    void refusesWhatOthersWouldReadDifferently(String text) {
        assertThrows(JacksonException.class, () -> read(text));
    }

    private List<String> read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("result.json"), text);
        var found = new ArrayList<String>();
        JsonRows.read(file, new ResultFile.Rows() {
            @Override
            public void columns(List<String> names) {
                found.add(names.toString());
            }

            @Override
            public void row(List<Optional<String>> values) {
                found.add(values.toString());
            }
        });
        return found;
    }
}
