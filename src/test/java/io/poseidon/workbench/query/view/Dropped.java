package io.poseidon.workbench.query.view;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// Files that a person lets go over a node, as the toolkit tells of it.
public final class Dropped {

    private Dropped() {}

    public static void on(Node node, Path... files) {
        fire(node, DragEvent.DRAG_OVER, files);
        fire(node, DragEvent.DRAG_DROPPED, files);
    }

    private static void fire(Node node, EventType<DragEvent> type, Path... files) {
        var board =
                DragboardHelper.createDragboard(offering(Toolkit.getToolkit().createLocalClipboard()));
        board.setContent(
                Map.of(DataFormat.FILES, Stream.of(files).map(Path::toFile).toList()));
        var at = new PickResult(node, 1, 1);
        Event.fireEvent(node, new DragEvent(node, node, type, board, 1, 1, 1, 1, TransferMode.COPY, null, null, at));
    }

    /// A clipboard outside a drag offers no way to take what is on it; this one may be copied from.
    private static TKClipboard offering(TKClipboard clipboard) {
        return (TKClipboard) Proxy.newProxyInstance(
                Dropped.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? Set.of(TransferMode.COPY)
                        : method.invoke(clipboard, arguments));
    }
}
