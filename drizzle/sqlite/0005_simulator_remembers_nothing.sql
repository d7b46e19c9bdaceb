-- allowed: what the simulator answered follows from the operation, and nothing reads it any more
DROP TABLE `simulator_answers`;