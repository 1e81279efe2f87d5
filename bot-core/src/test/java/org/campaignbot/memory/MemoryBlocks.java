package org.campaignbot.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.organizers.BlockedPerson;
import org.campaignbot.organizers.Blocks;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.jspecify.annotations.Nullable;

/** Blocks and mutes in this process's memory; they are lost when it ends. */
public final class MemoryBlocks implements Blocks {

    private final PersonHash hash;
    private final List<BlockedPerson> blocks = new ArrayList<>();

    /** No blocks yet; the hash identifies persons. */
    public MemoryBlocks(PersonHash hash) {
        this.hash = hash;
    }

    @Override
    public synchronized void block(Person person, String by, Instant at) {
        add(new BlockedPerson(hash.of(person), null, by, at));
    }

    @Override
    public synchronized void mute(Person person, Address chat, String by, Instant at) {
        add(new BlockedPerson(hash.of(person), chat(chat), by, at));
    }

    @Override
    public synchronized boolean unmute(Person person, Address chat) {
        String mark = hash.of(person);
        return blocks.removeIf(each -> each.mark().equals(mark) && chat(chat).equals(each.chat()));
    }

    @Override
    public synchronized boolean lift(String mark) {
        return blocks.removeIf(each -> each.mark().equals(mark));
    }

    @Override
    public synchronized List<BlockedPerson> all() {
        List<BlockedPerson> latestFirst = new ArrayList<>(blocks);
        latestFirst.sort(java.util.Comparator.comparing(BlockedPerson::since).reversed());
        return latestFirst;
    }

    @Override
    public Hushed present() {
        List<BlockedPerson> present = all();
        return (person, chat) -> {
            String mark = present.isEmpty() ? "" : hash.of(person);
            return present.stream().anyMatch(each -> each.mark().equals(mark) && isOf(each.chat(), chat));
        };
    }

    private static boolean isOf(@Nullable String muted, Address chat) {
        return muted == null || muted.equals(chat(chat));
    }

    private void add(BlockedPerson blockedPerson) {
        boolean isThere = blocks.stream()
                .anyMatch(each -> each.mark().equals(blockedPerson.mark())
                        && java.util.Objects.equals(each.chat(), blockedPerson.chat()));
        if (!isThere) {
            blocks.add(blockedPerson);
        }
    }

    private static String chat(Address chat) {
        return chat.channel() + "\n" + chat.account() + "\n" + chat.chat();
    }
}
