/// What commands say to people, and the documents they print for programs.
@NullMarked
package io.poseidon.workbench.app.command.text;

import org.jspecify.annotations.NullMarked;
