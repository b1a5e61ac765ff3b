/** Text for people: columns, colours, and nothing that a terminal should not get. */
package exsim.scenarios.text;
