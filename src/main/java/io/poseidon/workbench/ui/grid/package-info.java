/// The table of every screen: pages from a [io.poseidon.workbench.ui.grid.GridModel], values with their intervals in
/// aligned columns, NULL apart from the empty text, suppressed cells hatched, selection by ranges, copy from the model.
///
/// ```java
/// var grid = new DataGrid(surroundings, 24);
/// grid.show(GridModel.of(List.of(GridColumn.text("region"), GridColumn.interval("amount_sum").unit("KRW M")), rows));
/// ```
@NullMarked
package io.poseidon.workbench.ui.grid;

import org.jspecify.annotations.NullMarked;
