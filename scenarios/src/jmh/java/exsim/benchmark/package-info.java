/** How long it takes: a hop, a file, a million messages. */
package exsim.benchmark;
