package io.poseidon.workbench.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.TextPlaces;
import io.poseidon.workbench.policy.tree.TreeReader;
import io.poseidon.workbench.policy.tree.Unreadable;
import java.util.Optional;

/// A question's text as far as it can be read without a policy.
///
/// The text is first looked at by [#screen]: what that refuses must not be given to any parser. Otherwise the engine's
/// parser turns it into a tree (JSON), or fails, and one of [#read] and [#failed] says what that means.
public sealed interface Statement {

    /// Costly to make, safe to share.
    ObjectMapper JSON = new ObjectMapper();

    String sql();

    /// One SELECT, understood.
    record Understood(String sql, Query query) implements Statement {}

    /// Nothing that can be decided on: not one SELECT, not readable, or of a kind this build does not know.
    record Refused(String sql, Finding finding) implements Statement {}

    /// Texts that no parser should see: too long, too deep, empty, or not text at all.
    static Optional<Statement> screen(String sql) {
        return Screening.of(sql).map(finding -> new Refused(sql, finding));
    }

    /// From the engine's tree of the text: its answer as JSON, a failure included.
    static Statement read(String treeJson, String sql) {
        JsonNode tree;
        try {
            tree = JSON.readTree(treeJson);
        } catch (StreamConstraintsException e) {
            return new Refused(sql, new Finding(Rule.LIMIT, Place.WHOLE, "depth"));
        } catch (JsonProcessingException e) {
            return new Refused(sql, new Finding(Rule.STATEMENT, Place.WHOLE, "tree"));
        }
        return read(tree, sql);
    }

    /// The same where the answer was read already.
    static Statement read(JsonNode tree, String sql) {
        try {
            return new Understood(sql, TreeReader.read(tree, sql));
        } catch (Unreadable e) {
            return new Refused(sql, Screening.inTheAskersWords(e.finding(), sql));
        }
    }

    /// The engine's parser could not read on at this place.
    static Statement failed(String sql, int line, int column, int length) {
        return new Refused(sql, new Finding(Rule.SYNTAX, new TextPlaces(sql).ofLine(line, column, length), ""));
    }

    /// The engine's parser gave up: too long or too deep.
    static Statement tooLarge(String sql) {
        return new Refused(sql, new Finding(Rule.LIMIT, Place.WHOLE, "depth"));
    }

    /// The engine could read it, but it is no SELECT.
    static Statement notSelect(String sql) {
        return new Refused(sql, Screening.notSelect(sql));
    }
}
