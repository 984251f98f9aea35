package io.poseidon.workbench.shell.home;

import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The purchases opened lately, latest first, kept in `recent.json`. On the toolkit's thread.
public final class RecentPurchases {

    private static final int KEPT = 12;

    private final RecentFile file;
    private final ObservableList<RecentPurchase> list = FXCollections.observableArrayList();
    private final ObservableList<RecentPurchase> listSeen = FXCollections.unmodifiableObservableList(list);

    public RecentPurchases(Path folder) {
        file = new RecentFile(folder.resolve("recent.json"));
        list.setAll(file.load());
    }

    public ObservableList<RecentPurchase> list() {
        return listSeen;
    }

    /// Puts it first, in place of an older entry of the same file.
    public void remember(RecentPurchase purchase) {
        list.removeIf(other -> other.file().equals(purchase.file()));
        list.addFirst(purchase);
        if (list.size() > KEPT) {
            list.remove(KEPT, list.size());
        }
        file.save(list);
    }

    public void remove(RecentPurchase purchase) {
        list.remove(purchase);
        file.save(list);
    }

    /// The file was found elsewhere.
    public void locate(RecentPurchase purchase, Path found) {
        int place = list.indexOf(purchase);
        if (place >= 0) {
            list.set(place, purchase.at(found));
            file.save(list);
        }
    }
}
