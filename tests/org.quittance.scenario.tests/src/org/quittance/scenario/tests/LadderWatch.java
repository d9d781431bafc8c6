package org.quittance.scenario.tests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.ItemKey;
import org.quittance.service.policy.Policy;

/** Watches what the ladder promises over all messages of a replay and lists everything that breaks a promise. */
final class LadderWatch {

    private final List<String> ladder;
    private final Set<String> passable;
    private final Map<ItemKey, LocalDate> settled;
    private final Map<ItemKey, List<String>> taken = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    /**
     * @param ladder steps in order
     * @param passable steps that may not apply to an item
     * @param settled the day from which an item must be left alone
     */
    LadderWatch(List<String> ladder, Set<String> passable, Map<ItemKey, LocalDate> settled) {
        this.ladder = ladder;
        this.passable = passable;
        this.settled = settled;
    }

    /** Steps taken before the replay begins. */
    void alreadyTaken(ItemKey item, String step) {
        taken.computeIfAbsent(item, key -> new ArrayList<>()).add(step);
    }

    void look(MessageRecord record) {
        // Thanks come after the payment and are no step of the ladder.
        if (!Replay.left(record) || Policy.isThanks(record.message().step())) {
            return;
        }
        for (MessageItem item : record.message().items()) {
            ItemKey key = item.token().item();
            LocalDate day = record.message().asOf();
            if (settled.containsKey(key) && !day.isBefore(settled.get(key))) {
                broken.add(key + " was settled on " + settled.get(key) + " and got " + item.step() + " on " + day);
            }
            List<String> before = taken.computeIfAbsent(key, any -> new ArrayList<>());
            if (before.contains(item.step())) {
                broken.add(key + " got " + item.step() + " twice, again on " + day);
            }
            next(before, item.step())
                    .forEach(step -> broken.add(
                            key + " got " + item.step() + " on " + day + " and skipped " + step + ", after " + before));
            before.add(item.step());
        }
    }

    /** Steps between the last one taken and this one that had to come first. */
    private List<String> next(List<String> before, String step) {
        int last = before.stream().mapToInt(ladder::indexOf).max().orElse(-1);
        int now = ladder.indexOf(step);
        if (now <= last) {
            return List.of("nothing, it went back");
        }
        return ladder.subList(last + 1, now).stream()
                .filter(between -> !passable.contains(between))
                .toList();
    }

    Map<ItemKey, List<String>> taken() {
        return new HashMap<>(taken);
    }

    List<String> broken() {
        return broken;
    }
}
