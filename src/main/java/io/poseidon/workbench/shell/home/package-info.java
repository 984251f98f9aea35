/// The first screen: three ways to start, what was open lately, whether this machine is fit, what may be promised. May
/// use ui, job and model.
@NullMarked
package io.poseidon.workbench.shell.home;

import org.jspecify.annotations.NullMarked;
