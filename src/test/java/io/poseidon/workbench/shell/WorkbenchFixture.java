package io.poseidon.workbench.shell;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.shell.TopFacts.Budget;
import io.poseidon.workbench.shell.TopFacts.PurchaseLabel;
import io.poseidon.workbench.shell.home.HomeParts;
import io.poseidon.workbench.shell.home.HomeWorkspace;
import io.poseidon.workbench.shell.home.RecentPurchase;
import io.poseidon.workbench.shell.home.RecentPurchases;
import io.poseidon.workbench.shell.home.StandardChecks;
import io.poseidon.workbench.shell.settings.Settings;
import io.poseidon.workbench.shell.settings.SettingsFile;
import io.poseidon.workbench.ui.FxDelivery;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A window with Home and two plain places, some recent purchases, and everything it opened kept in a list.
final class WorkbenchFixture {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:12:00Z"), ZoneOffset.UTC);

    final Surroundings surroundings;
    final Workbench workbench;
    final List<Path> opened = new ArrayList<>();
    final List<String> attached = new ArrayList<>();

    WorkbenchFixture(Path folder, Settings settings) {
        var words = new Words(settings.language());
        var theme = new Theme();
        var notices = new NoticeStack(words, CLOCK);
        surroundings = new Surroundings(words, theme, new Jobs(new FxDelivery()), notices);
        Workbench.apply(settings, surroundings);
        var recent = recent(folder);
        var home = new HomeWorkspace(
                surroundings,
                new HomeParts(
                        recent,
                        new SimpleObjectProperty<>(
                                Optional.of(recent.list().getFirst().file())),
                        new StandardChecks(words, folder).all(),
                        () -> {},
                        () -> {},
                        opened::add,
                        Optional.of(() -> {}),
                        CLOCK));
        var facts = new TopFacts(
                new SimpleObjectProperty<>(
                        Optional.of(new PurchaseLabel("Card spending by region and age", "2026 Q3", "gold", true))),
                new SimpleObjectProperty<>(Optional.of(new Budget(0.35, 1))),
                new SimpleStringProperty("Memory 388 of 2,048 MB"),
                false);
        workbench = new Workbench(
                surroundings,
                notices,
                new SettingsFile(folder),
                settings,
                new WorkbenchParts(
                        List.of(
                                home,
                                place("vault", "Vault", Feather.LOCK),
                                place("explore", "Explore", Feather.COMPASS)),
                        List.of(),
                        facts,
                        opened::addAll));
    }

    private Workspace place(String id, String title, Ikon icon) {
        return new Workspace() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public ObservableValue<String> title() {
                return new SimpleStringProperty(title);
            }

            @Override
            public Ikon icon() {
                return icon;
            }

            @Override
            public Regions regions() {
                return Regions.of(Labels.body(title));
            }

            @Override
            public void activated() {
                attached.add("+" + id);
            }

            @Override
            public void deactivated() {
                attached.add("-" + id);
            }
        };
    }

    private static RecentPurchases recent(Path folder) {
        var recent = new RecentPurchases(folder);
        try {
            Files.createDirectories(folder);
            for (int i = 6; i >= 1; i--) {
                var file = folder.resolve(i + ".poseidon");
                if (i != 6) {
                    Files.writeString(file, "x");
                }
                recent.remember(new RecentPurchase(
                        file,
                        List.of(
                                        "Card spending by region and age",
                                        "Card spending by region and age",
                                        "Commuting flows by district",
                                        "Household saving by age",
                                        "Pharmacy visits by month",
                                        "Tourism spending, Jeju")
                                .get(i - 1),
                        "2026 Q3",
                        i % 2 == 1 ? "Hangang Data Market" : "Namsan Statistics",
                        List.of("gold", "silver", "gold", "bronze", "silver", "gold")
                                .get(i - 1),
                        LocalDate.of(2026, 11, 22)
                                .plusDays(List.of(312, 220, 112, 9, -22, 60).get(i - 1)),
                        1_815_210L / i,
                        Instant.parse("2026-11-22T09:12:00Z").minusSeconds(86_400L * (i - 1) * (i - 1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return recent;
    }
}
