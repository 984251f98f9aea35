/// What is asked on the query screen and what becomes of it, without nodes: the text, its state, drafts, history.
@NullMarked
package io.poseidon.workbench.query.view.question;

import org.jspecify.annotations.NullMarked;
