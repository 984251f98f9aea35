package io.poseidon.workbench.engine.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// SQL text to syntax tree and back, by the engine's own parser: the text travels as a bound parameter and nothing in
/// it is executed. Safe for use by any thread; belongs to its engine, and connects to it when the first text comes.
///
/// Places inside the tree (`query_location`) count bytes of the text in UTF-8: [TextPlace#at] turns them into lines.
public final class SqlText implements AutoCloseable {

    /// Longest text that is parsed, in characters.
    public static final int LONGEST = 1 << 18;

    private static final int DEEPEST_EXPRESSION = 250;
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<? extends Connection> engine;
    private @Nullable Connection connection;
    /// By their texts: preparing costs more than parsing a short question.
    private final Map<String, DuckDBPreparedStatement> prepared = new HashMap<>();

    /// `engine` opens a database of its own; the connection is closed here.
    public SqlText(Supplier<? extends Connection> engine) {
        this.engine = engine;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            var opened = engine.get();
            try (var statement = opened.createStatement()) {
                lock(statement);
            }
            connection = opened;
        }
        return connection;
    }

    /// There is nothing to optimise in asking for one text, and trying costs as much as parsing it.
    private static void lock(Statement statement) throws SQLException {
        statement.execute("SET max_expression_depth=" + DEEPEST_EXPRESSION);
        statement.execute("SET memory_limit='1GB'");
        statement.execute("SET threads=1");
        statement.execute("PRAGMA disable_optimizer");
        statement.execute("SET enable_external_access=false");
        statement.execute("SET lock_configuration=true");
    }

    /// What the parser made of the text: a tree, or why there is none and where.
    public Parsed parse(String sql) {
        if (sql.length() > LONGEST) {
            return new Parsed.Unreadable(Parsed.Reason.LIMIT, new TextPlace(1, 1, 0));
        }
        int bad = firstUnreadable(sql);
        if (bad >= 0) {
            return new Parsed.Unreadable(Parsed.Reason.SYNTAX, TextPlace.atCharacter(sql, bad, 1));
        }
        var json = ask("SELECT json_serialize_sql(?::VARCHAR)", sql, "LIMIT");
        var answer = tree(json);
        if (!answer.path("error").asBoolean(true)) {
            return parsed(sql, json, answer);
        }
        return unreadable(sql, answer);
    }

    /// The tree as JSON (`{"error":false,"statements":[…]}`); a [Problem] `SYNTAX`, `STATEMENT` or `LIMIT` otherwise.
    public String toTree(String sql) {
        return switch (parse(sql)) {
            case Parsed.Tree tree -> tree.json();
            case Parsed.Unreadable unreadable -> throw unreadable.problem();
        };
    }

    /// The canonical text of a tree; what runs is always this, never what a person typed.
    public String toSql(String treeJson) {
        return ask("SELECT json_deserialize_sql(?::JSON)", treeJson, "TREE");
    }

    /// Of the engine: another one may make another tree of the same text.
    public String version() {
        return ask("SELECT version() || ?::VARCHAR", "", "TREE");
    }

    @Override
    public synchronized void close() {
        if (connection == null) {
            return;
        }
        try {
            for (var statement : prepared.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw Problem.of(Kind.SURROUNDINGS, SqlText.class, "engine-unavailable")
                    .because(e);
        }
    }

    private static Parsed parsed(String sql, String json, JsonNode answer) {
        int statements = answer.path("statements").size();
        return statements == 0
                ? new Parsed.Unreadable(Parsed.Reason.SYNTAX, TextPlace.atCharacter(sql, 0, sql.length()))
                : new Parsed.Tree(json, answer, statements);
    }

    private static Parsed unreadable(String sql, JsonNode answer) {
        var whole = TextPlace.atCharacter(sql, 0, sql.strip().length());
        if (answer.path("error_type").asText().equals("not implemented")) {
            return new Parsed.Unreadable(Parsed.Reason.STATEMENT, whole);
        }
        if (!answer.has("position")) {
            var tooDeep = answer.path("error_message").asText().startsWith("Max expression depth");
            return new Parsed.Unreadable(tooDeep ? Parsed.Reason.LIMIT : Parsed.Reason.SYNTAX, whole);
        }
        return new Parsed.Unreadable(
                Parsed.Reason.SYNTAX, TextPlace.at(sql, answer.path("position").asInt(), length(answer)));
    }

    /// The parser's `location` is `[position,length]`.
    private static int length(JsonNode answer) {
        var numbers =
                answer.path("location").asText("").replaceAll("[^0-9,]", "").split(",", -1);
        return numbers.length == 2 && !numbers[1].isEmpty() ? Math.max(1, Integer.parseInt(numbers[1])) : 1;
    }

    /// A NUL ends the text for one part of the engine and not for another; half a surrogate pair silently becomes `?`.
    private static int firstUnreadable(String sql) {
        int nul = sql.indexOf('\0');
        if (nul >= 0) {
            return nul;
        }
        var characters = CharBuffer.wrap(sql);
        try {
            StandardCharsets.UTF_8.newEncoder().encode(characters);
            return -1;
        } catch (CharacterCodingException e) {
            return loneSurrogate(sql);
        }
    }

    private static int loneSurrogate(String sql) {
        for (int i = 0; i < sql.length(); i++) {
            if (Character.isHighSurrogate(sql.charAt(i))
                    && i + 1 < sql.length()
                    && Character.isLowSurrogate(sql.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(sql.charAt(i))) {
                return i;
            }
        }
        return 0;
    }

    private synchronized String ask(String question, String parameter, String codeOnFailure) {
        try {
            var statement = prepared(question);
            statement.setString(1, parameter);
            try (var answer = statement.query()) {
                if (!answer.nextChunk()) {
                    throw Problem.of(Kind.REFUSED, SqlText.class, codeOnFailure);
                }
                return answer.chunk().vector(0).getString(0);
            }
        } catch (SQLException e) {
            throw Problem.of(Kind.REFUSED, SqlText.class, codeOnFailure).because(e);
        }
    }

    private DuckDBPreparedStatement prepared(String question) throws SQLException {
        var known = prepared.get(question);
        if (known == null) {
            known = connection().prepareStatement(question).unwrap(DuckDBPreparedStatement.class);
            prepared.put(question, known);
        }
        return known;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw Problem.of(Kind.REFUSED, SqlText.class, "LIMIT").because(e);
        }
    }
}
