package io.poseidon.workbench.ui;

import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.PopupControl;
import javafx.stage.Window;

/// Menus, lists and tooltips are windows of their own, outside the zoomed content: they get their letters enlarged
/// instead, and their sizes, given in em, follow.
final class PopupZoom {

    private static final double LETTERS = 13;

    private final ObservableDoubleValue zoom;

    @SuppressWarnings("FieldCanBeLocal") // held here so that the weak listener lives as long as the theme
    private final ListChangeListener<Window> follow = this::opened;

    PopupZoom(ObservableDoubleValue zoom) {
        this.zoom = zoom;
        Window.getWindows().addListener(new WeakListChangeListener<>(follow));
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (var window : change.getAddedSubList()) {
                if (window instanceof PopupControl popup) {
                    popup.setStyle("-fx-font-size: " + LETTERS * zoom.get() + "px");
                }
            }
        }
    }
}
