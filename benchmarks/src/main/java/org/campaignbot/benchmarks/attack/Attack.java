package org.campaignbot.benchmarks.attack;

import java.nio.file.Path;
import java.util.List;

/** One part of the run; it starts and ends its own bots and is stopped where it takes too long. */
interface Attack {

    /** Tries it with a new, empty folder of its own. */
    List<Finding> run(Path folder) throws Exception;
}
