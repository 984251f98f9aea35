package io.poseidon.workbench.policy;

/// One reason against a question: the rule, where in the text, and the name it is about (a column, table or function
/// as the asker wrote it; empty where there is none).
public record Finding(Rule rule, Place place, String subject) {}
