package org.campaignbot.testkit.telegram;

import java.util.List;
import java.util.function.LongSupplier;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/** What happens to a whole group through one of its members; each method returns the number of its (last) update. */
public final class GroupLife {

    private final World world;
    private final Group group;
    private final Person by;

    GroupLife(World world, Group group, Person by) {
        this.world = world;
        this.group = group;
        this.by = by;
    }

    /** Adds the bot; the bot gets two updates: its changed membership and a service message. */
    public long addsBot() {
        return locked(() -> {
            Room room = world.roomOf(group);
            room.standing = Room.Standing.LEFT;
            Membership.change(world, room, by, Room.Standing.MEMBER);
            ObjectNode content = Json.object();
            content.putArray("new_chat_members").add(world.bot());
            return service(room, content);
        });
    }

    /** Makes the bot an administrator who can delete messages. */
    public long promotesBot() {
        return locked(() -> Membership.change(world, world.roomOf(group), by, Room.Standing.ADMINISTRATOR));
    }

    /** Removes the bot. */
    public long removesBot() {
        return locked(() -> Membership.change(world, world.roomOf(group), by, Room.Standing.KICKED));
    }

    /** Upgrades the group to a supergroup: both get a service message, and the old number is refused from then on. */
    public long upgradesTo(Group supergroup) {
        return locked(() -> {
            Room old = world.roomOf(group);
            Room next = world.roomOf(supergroup);
            old.migratedTo = supergroup.id();
            ObjectNode to = Json.object();
            to.put("migrate_to_chat_id", supergroup.id());
            service(old, to);
            ObjectNode from = Json.object();
            from.put("migrate_from_chat_id", group.id());
            return service(next, from);
        });
    }

    private long service(Room room, ObjectNode content) {
        Post post = new Post(
                world.nextMessageId(room),
                by,
                world.now(),
                0,
                new Formatted.Visible("", List.of()),
                Keyboard.NONE,
                content);
        return world.updates.add("message", world.message(room, room.put(post)), "chat " + room.id);
    }

    private long locked(LongSupplier work) {
        world.lock.lock();
        try {
            return work.getAsLong();
        } finally {
            world.lock.unlock();
        }
    }
}
