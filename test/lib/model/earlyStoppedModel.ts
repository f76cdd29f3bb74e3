/** A file that XGBoost 3.1 saved: three rounds of two trees each, of which the second round was the best. */
export const earlyStoppedModel = [
  '{"learner":{"attributes":{"best_iteration":"1","best_score":"0.613076884051164"},"feature_names"',
  ':["recency","basket"],"feature_types":[],"gradient_booster":{"model":{"cats":{"enc":[],"feature_',
  'segments":[],"sorted_idx":[]},"gbtree_model_param":{"num_parallel_tree":"2","num_trees":"6"},"it',
  'eration_indptr":[0,2,4,6],"tree_info":[0,0,0,0,0,0],"trees":[{"base_weights":[-6.4479135E-2,-3.1',
  '930336E-1,2.2806148E-1],"categories":[],"categories_nodes":[],"categories_segments":[],"categori',
  'es_sizes":[],"default_left":[0,0,0],"id":0,"left_children":[1,-1,-1],"loss_changes":[6.955097E0,',
  '0E0,0E0],"parents":[2147483647,0,0],"right_children":[2,-1,-1],"split_conditions":[5E-1,-3.19303',
  '36E-1,2.2806148E-1],"split_indices":[0,0,0],"split_type":[0,0,0],"sum_hessian":[1.2958E1,5.89E0,',
  '7.068E0],"tree_param":{"num_deleted":"0","num_feature":"2","num_nodes":"3","size_leaf_vector":"1',
  '"}},{"base_weights":[4.7635164E-2,3.1930336E-1,-2.7394184E-1],"categories":[],"categories_nodes"',
  ':[],"categories_segments":[],"categories_sizes":[],"default_left":[1,0,0],"id":1,"left_children"',
  ':[1,-1,-1],"loss_changes":[7.702978E0,0E0,0E0],"parents":[2147483647,0,0],"right_children":[2,-1',
  ',-1],"split_conditions":[5E-1,3.1930336E-1,-2.7394184E-1],"split_indices":[1,0,0],"split_type":[',
  '0,0,0],"sum_hessian":[1.20156E1,5.89E0,6.1256E0],"tree_param":{"num_deleted":"0","num_feature":"',
  '2","num_nodes":"3","size_leaf_vector":"1"}},{"base_weights":[-3.5008746E-1,-2.7140462E-1,1.45383',
  '4E-1],"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],"defa',
  'ult_left":[0,0,0],"id":2,"left_children":[1,-1,-1],"loss_changes":[2.9837909E0,0E0,0E0],"parents',
  '":[2147483647,0,0],"right_children":[2,-1,-1],"split_conditions":[8.75E-1,-2.7140462E-1,1.453834',
  'E-1],"split_indices":[1,0,0],"split_type":[0,0,0],"sum_hessian":[1.0680096E1,7.347402E0,3.332693',
  'E0],"tree_param":{"num_deleted":"0","num_feature":"2","num_nodes":"3","size_leaf_vector":"1"}},{',
  '"base_weights":[-9.134811E-2,3.278223E-1,-1.4633095E-1],"categories":[],"categories_nodes":[],"c',
  'ategories_segments":[],"categories_sizes":[],"default_left":[1,0,0],"id":3,"left_children":[1,-1',
  ',-1],"loss_changes":[3.9366243E0,0E0,0E0],"parents":[2147483647,0,0],"right_children":[2,-1,-1],',
  '"split_conditions":[1.25E-1,3.278223E-1,-1.4633095E-1],"split_indices":[1,0,0],"split_type":[0,0',
  ',0],"sum_hessian":[1.3545822E1,2.676747E0,1.0869076E1],"tree_param":{"num_deleted":"0","num_feat',
  'ure":"2","num_nodes":"3","size_leaf_vector":"1"}},{"base_weights":[2.2699364E-1,-2.0987348E-1,1.',
  '593846E-1],"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],',
  '"default_left":[0,0,0],"id":4,"left_children":[1,-1,-1],"loss_changes":[1.7759252E0,0E0,0E0],"pa',
  'rents":[2147483647,0,0],"right_children":[2,-1,-1],"split_conditions":[2.5E-1,-2.0987348E-1,1.59',
  '3846E-1],"split_indices":[0,0,0],"split_type":[0,0,0],"sum_hessian":[1.1156703E1,1.6896579E0,9.4',
  '67045E0],"tree_param":{"num_deleted":"0","num_feature":"2","num_nodes":"3","size_leaf_vector":"1',
  '"}},{"base_weights":[5.1528767E-2,-3.5092604E-1,9.5819645E-2],"categories":[],"categories_nodes"',
  ':[],"categories_segments":[],"categories_sizes":[],"default_left":[0,0,0],"id":5,"left_children"',
  ':[1,-1,-1],"loss_changes":[2.623216E0,0E0,0E0],"parents":[2147483647,0,0],"right_children":[2,-1',
  ',-1],"split_conditions":[2.5E-1,-3.5092604E-1,9.5819645E-2],"split_indices":[0,0,0],"split_type"',
  ':[0,0,0],"sum_hessian":[1.2817193E1,1.5405617E0,1.1276631E1],"tree_param":{"num_deleted":"0","nu',
  'm_feature":"2","num_nodes":"3","size_leaf_vector":"1"}}]},"name":"gbtree"},"learner_model_param"',
  ':{"base_score":"[3.8E-1]","boost_from_average":"1","num_class":"0","num_feature":"2","num_target',
  '":"1"},"objective":{"name":"binary:logistic","reg_loss_param":{"scale_pos_weight":"1"}}},"versio',
  'n":[3,1,2]}'
].join("");

/** Rows (NaN = missing), and what Booster.predict says of them up to the best round and by all rounds. */
export const earlyStoppedRows = [
  [0.25, 0.5],
  [0.75, NaN],
  [1, 1],
  [NaN, 0.1],
  [0.5, 0]
];
export const toBestRound = [
  0.1823466271162033, 0.6297215223312378, 0.36903101205825806, 0.528527557849884, 0.528527557849884
];
export const byAllRounds = [
  0.2235104888677597, 0.6870205402374268, 0.43016648292541504, 0.5913233160972595, 0.5913233160972595
];
