package exsim.simulator.rule;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A choice among candidates, with everything that was turned down.
 *
 * @param chosen the winner; empty when none was left
 * @param because why it won, or why none was left
 * @param eliminated the others, in the order in which they fell
 * @param <C> the kind of candidate
 */
public record Selection<C>(
    Optional<C> chosen, Reason because, ImmutableList<Elimination> eliminated) {}
