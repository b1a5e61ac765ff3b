package exsim.scenarios.format;

import exsim.scenarios.json.Located;
import java.time.Instant;

/**
 * A stretch of a scenario without changes.
 *
 * @param from its first instant
 * @param document the document that holds
 * @param draft what it says
 */
record Epoch(Instant from, Located.Obj document, TopologyDecoder.Draft draft) {}
