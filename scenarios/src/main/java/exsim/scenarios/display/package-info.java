/**
 * What an administrator sees: {@code Get-} cmdlets with {@code Format-List}, {@code Format-Table}
 * and {@code Select-Object}, as the shell prints them.
 *
 * <p>{@code Display} takes command lines and gives lines of text. Which properties an object has
 * and what they are when left out stands in {@code exchange}; their order, the columns of an
 * object's table and what never differs stand in this package's resources.
 */
package exsim.scenarios.display;
