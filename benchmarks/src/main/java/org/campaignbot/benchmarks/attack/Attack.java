package org.campaignbot.benchmarks.attack;

import java.nio.file.Path;
import java.util.List;

/** One part of the run; it starts and stops its own bots and is aborted if it takes too long. */
interface Attack {

    /** Runs it in a new, empty folder of its own. */
    List<Finding> run(Path folder) throws Exception;
}
