/// SQL text to syntax tree and back by the engine's own parser, with places in the text.
@NullMarked
package io.poseidon.workbench.engine.text;

import org.jspecify.annotations.NullMarked;
