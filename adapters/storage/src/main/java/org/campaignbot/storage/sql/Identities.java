package org.campaignbot.storage.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Account;
import org.campaignbot.storage.sealing.LengthPrefixed;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.jspecify.annotations.Nullable;

/**
 * Turns ids into a keyed hash, to find a row, and into ciphertext, to read them back: the only two forms in which a platform's id
 * enters the database.
 *
 * <p>A hash is 32 characters of the URL-safe Base64 alphabet: 192 bits of HMAC-SHA-256.
 */
public final class Identities {

    private static final int HASH_BYTES = 24;
    private static final String ALGORITHM = "HmacSHA256";
    private static final long REMEMBERED = 20_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(30);

    private final SecretKeySpec hashing;
    // Looking up an algorithm takes longer than a hash, so each thread keeps one.
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);
    private final KeyRing keys;
    private final PersonHash persons;
    private final Cache<ConversationKey, Named> conversations;
    private final Cache<Address, String> chats;

    /** Hashes with these keys; what was hashed is remembered for half an hour by this clock. */
    public Identities(KeyRing keys, InstantSource clock) {
        this.conversations = remembered(clock);
        this.chats = remembered(clock);
        this.keys = keys;
        this.hashing = new SecretKeySpec(keys.naming().ids(), ALGORITHM);
        this.persons = new PersonHash(keys.naming().persons());
    }

    /** A value only the current key produces, used to detect a wrong key. */
    public String check() {
        return keys.state().from().key().check();
    }

    /** The hash of people in counts. */
    public PersonHash persons() {
        return persons;
    }

    /** A conversation as stored in rows: both values cost more than the rest of a turn, and are the same in the next turn. */
    public record Named(String hash, Ciphertext sealed) {}

    private static <K, V> Cache<K, V> remembered(InstantSource clock) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(REMEMBERED_FOR)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Forgets names that nobody used for half an hour; without this, an idle process would keep them until it ends. */
    public void dropExpired() {
        conversations.cleanUp();
        chats.cleanUp();
    }

    /** How many conversations and chats are remembered. */
    long remembered() {
        return conversations.estimatedSize() + chats.estimatedSize();
    }

    public String hash(ConversationKey conversation) {
        return named(conversation).hash;
    }

    /** The ciphertext of a conversation's ids, for rows under its hash. */
    public Ciphertext sealed(ConversationKey conversation) {
        return named(conversation).sealed;
    }

    /** Both values for the cost of one. */
    public Named named(ConversationKey conversation) {
        return conversations.get(conversation, each -> {
            @Nullable String[] pieces = pieces(each);
            String hash = hash("conversation", pieces);
            return new Named(hash, seal(hash, pieces));
        });
    }

    public String hash(Address chat) {
        return chats.get(chat, each -> hash("chat", each.channel(), each.account(), each.chat(), each.thread()));
    }

    public String hash(Account account) {
        return hash("account", account.channel(), account.name());
    }

    /** The hash of any other name; {@code kind} keeps names of different kinds apart. */
    public String hash(String kind, @Nullable String... name) {
        Mac mac = macs.get();
        mac.update(LengthPrefixed.write(kind));
        byte[] hash = mac.doFinal(LengthPrefixed.write(name));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(hashing);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }

    /** Seals texts for one row only. */
    public Ciphertext seal(String row, @Nullable String... texts) {
        return keys.seal(LengthPrefixed.write(texts), row);
    }

    /** Opens a ciphertext into its texts. */
    public List<@Nullable String> open(String row, byte[] sealed) {
        return LengthPrefixed.read(keys.open(sealed, row));
    }

    /** How many pieces identify a conversation; a row's own pieces come after them. */
    public static final int OF_CONVERSATION = 6;

    /** The pieces that identify a conversation, for {@link #conversation} to read. */
    public static @Nullable String[] pieces(ConversationKey conversation) {
        Address address = conversation.address();
        return new @Nullable String[] {
            address.channel(),
            address.account(),
            address.chat(),
            address.thread(),
            conversation.person().channel(),
            conversation.person().id()
        };
    }

    /** The conversation that these pieces identify. */
    public static ConversationKey conversation(List<@Nullable String> pieces) {
        return new ConversationKey(
                new Address(known(pieces, 0), known(pieces, 1), known(pieces, 2), pieces.get(3)),
                new Person(known(pieces, 4), known(pieces, 5)));
    }

    private static String known(List<@Nullable String> pieces, int index) {
        return Objects.requireNonNull(pieces.get(index));
    }
}
