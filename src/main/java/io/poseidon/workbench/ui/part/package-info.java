/// The small parts every screen is made of, with the sizes of the pictures: labels, buttons, rows, chips, tags, meters,
/// marks. All take observable texts (`words.text("key")`), so they follow the language; sizes are pixels at 100 % zoom.
/// Nothing here knows what it shows. Boxes around them are in `ui.layout`.
@NullMarked
package io.poseidon.workbench.ui.part;

import org.jspecify.annotations.NullMarked;
