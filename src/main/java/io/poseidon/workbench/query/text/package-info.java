/// A question's text as a sequence of tokens, whether it is finished or not, and what tells two texts apart.
@NullMarked
package io.poseidon.workbench.query.text;

import org.jspecify.annotations.NullMarked;
