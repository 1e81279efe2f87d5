package campaignbot.memory;

import campaignbot.organizers.Block;
import campaignbot.organizers.Blocks;
import campaignbot.people.Address;
import campaignbot.people.Person;
import campaignbot.people.PersonHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks and mutes in this process's memory; they are lost when it ends. */
public final class MemoryBlocks implements Blocks {

    private final PersonHash hash;
    private final List<Block> blocks = new ArrayList<>();

    /** No blocks yet; the hash identifies persons. */
    public MemoryBlocks(PersonHash hash) {
        this.hash = hash;
    }

    @Override
    public synchronized void block(Person person, String by, Instant at) {
        add(new Block(hash.of(person), null, by, at));
    }

    @Override
    public synchronized void mute(Person person, Address chat, String by, Instant at) {
        add(new Block(hash.of(person), chat(chat), by, at));
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
    public synchronized List<Block> all() {
        List<Block> latestFirst = new ArrayList<>(blocks);
        latestFirst.sort(java.util.Comparator.comparing(Block::since).reversed());
        return latestFirst;
    }

    @Override
    public Hushed present() {
        List<Block> present = all();
        return (person, chat) -> {
            String mark = present.isEmpty() ? "" : hash.of(person);
            return present.stream().anyMatch(each -> each.mark().equals(mark) && isOf(each.chat(), chat));
        };
    }

    private static boolean isOf(@Nullable String muted, Address chat) {
        return muted == null || muted.equals(chat(chat));
    }

    private void add(Block block) {
        boolean isThere = blocks.stream()
                .anyMatch(each ->
                        each.mark().equals(block.mark()) && java.util.Objects.equals(each.chat(), block.chat()));
        if (!isThere) {
            blocks.add(block);
        }
    }

    private static String chat(Address chat) {
        return chat.channel() + "\n" + chat.account() + "\n" + chat.chat();
    }
}
